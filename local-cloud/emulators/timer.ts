// A timer without a longest time. Node's own timers fire at once when they are to wait for more than 2^31 - 1 ms.

const longest = 2 ** 31 - 1

/** Calls `act` once, after these seconds. Infinity is never. */
export function afterSeconds(seconds: number, act: () => void) {
  let timer: NodeJS.Timeout
  const wait = (milliseconds: number) => {
    timer = setTimeout(
      () => (milliseconds > longest ? wait(milliseconds - longest) : act()),
      Math.min(milliseconds, longest),
    )
  }
  wait(seconds * 1000)
  return { cancel: () => clearTimeout(timer) }
}
