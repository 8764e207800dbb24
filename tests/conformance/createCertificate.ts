import {generate} from 'selfsigned'

/** A throw-away certificate for this machine that is its own authority, and its key, both PEM. */
export async function createCertificate(): Promise<{cert: string; key: string}> {
  const made = await generate([{name: 'commonName', value: 'Throw-away'}], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {name: 'basicConstraints', cA: true},
      {name: 'keyUsage', digitalSignature: true, keyCertSign: true},
      {
        name: 'subjectAltName',
        altNames: [
          {type: 2, value: 'localhost'},
          {type: 2, value: '*.localhost'},
          {type: 7, ip: '127.0.0.1'},
        ],
      },
    ],
  })
  return {cert: made.cert, key: made.private}
}
