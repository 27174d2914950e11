// The part of a request's path that names the stage of the gateway.
import type { HttpRequest } from './message.ts'

/**
 * The default endpoint of an API has the stage in its paths: `/dev/cases`. The event's path is without it, and the path of the
 * request context is with it. A domain has no stage.
 */
export function stagePath({ gateway, path }: Pick<HttpRequest, 'gateway' | 'path'>): string {
  const whole = gateway?.path
  return typeof whole === 'string' && whole.endsWith(path) ? whole.slice(0, whole.length - path.length) : ''
}
