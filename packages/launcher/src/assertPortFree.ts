import {createServer} from 'node:net'
import {LauncherError} from './launcherError.ts'

/**
 * Resolves when nothing listens on the loopback port.
 *
 * @throws LauncherError `port-taken`, naming the variable that moves the part to another port.
 */
export function assertPortFree(part: string, variable: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (cause) => {
      reject(
        new LauncherError(
          'port-taken',
          `Port ${port} for ${part} is already in use. Stop what listens there, ` +
            `or choose another port: ${variable}=${port + 10} npm start`,
          {cause},
        ),
      )
    })
    server.listen({host: '127.0.0.1', port, exclusive: true}, () => server.close(() => resolve()))
  })
}
