// An empty variable means its default, as in a shell (`PORT= npm start`) or in a compose file without a value.

const ours = /^(LOCAL_\w+|PORT|MOCK_PORT|DATA_DIR|LIST_SHARDS|BEDROCK_MODEL_ID|LOG_LEVEL|LOG_FORMAT)$/

/** Removes the empty variables of the local cloud. The programs that it starts inherit that. */
export function dropEmptyVariables(env: NodeJS.ProcessEnv = process.env) {
  for (const [name, value] of Object.entries(env)) {
    if (value === '' && ours.test(name)) Reflect.deleteProperty(env, name)
  }
}
