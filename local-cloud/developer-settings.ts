// Sets the developer's own AWS settings aside, in this process alone: they would lead away from the emulators.
import { devNull } from 'node:os'

/**
 * The SDK reads the files of `~/.aws` also when no variable names them. Empty files take their place.
 * The instance metadata is an address outside of this machine.
 */
const own = {
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
}

/** A proxy cannot reach this machine by these names. */
const thisMachine = ['localhost', '127.0.0.1', '::1']

const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']

/** Call it before the AWS SDK is loaded. Returns the names of the variables that have no effect any more. */
export function setDeveloperSettingsAside(env: NodeJS.ProcessEnv = process.env): string[] {
  const names = Object.keys(env).filter((name) => name.toUpperCase().startsWith('AWS_'))
  for (const name of names) Reflect.deleteProperty(env, name)
  // The emulators are called by fetch, too, which Node sends to a proxy when NODE_USE_ENV_PROXY says so.
  const through = Object.keys(env).filter((name) => proxies.includes(name.toUpperCase()) && env[name] !== '')
  if (through.length > 0) {
    const others = (env.NO_PROXY ?? env.no_proxy ?? '')
      .split(',')
      .filter((name) => name !== '' && !thisMachine.includes(name))
    const direct = [...others, ...thisMachine].join(',')
    Object.assign(env, { NO_PROXY: direct, no_proxy: direct })
  }
  Object.assign(env, own)
  return [...names, ...through].sort()
}
