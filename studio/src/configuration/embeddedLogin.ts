import type {AuthConfig} from 'sanity'

/** Login at the embedded lake: one provider, whose page asks who you are and leads back with a token. */
export function embeddedLogin(projectId: string, apiHost: string): AuthConfig {
  const url = new URL('/v1/auth/login/local', apiHost)
  // The lake answers on the host of the project too, as Sanity's own API does; the Studio calls that one.
  url.hostname = `${projectId}.${url.hostname}`
  return {
    loginMethod: 'token',
    redirectOnSingle: true,
    providers: [{name: 'local', title: 'This machine', url: url.href}],
  }
}
