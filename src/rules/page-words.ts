/** Words of a login, whole, in the languages of the networks that were met. */
const LOGIN_WORDS = [
  ...['log ?-?in', 'log ?on', 'sign ?-?in', 'sign ?-?on', 'captive', 'portal', 'hotspot', 'guest', 'wi-?fi', 'welcome', 'accept'],
  ...[
    'terms',
    'authenticat\\w*',
    'anmeld\\w*',
    'einloggen',
    'willkommen',
    'connexion',
    'identifi\\w*',
    'portail',
    'iniciar',
    'acceso',
  ],
  ...['accedi', 'accesso', 'entrar', 'acessar', 'aanmelden', 'logowanie', 'zaloguj'],
];

/** The same of scripts in which words have no bounds that a pattern knows. */
const LOGIN_SIGNS = [
  '登录',
  '登錄',
  '登陆',
  '认证',
  '認證',
  '欢迎',
  'ログイン',
  '認証',
  '로그인',
  '인증',
  'вход',
  'войти',
  'авторизац',
  'sesión',
  'giriş',
];

/** Words of a filter. */
const BLOCK_WORDS = [
  ...['web ?page blocked', 'blocked', 'category', 'url filter\\w*', 'content filter\\w*', 'web filter\\w*', 'security policy'],
  ...['policy violation', 'acceptable use', 'restricted', 'prohibited', 'not permitted', 'gesperrt', 'blockiert', 'bloqu\\w*'],
  ...['interdit\\w*', 'bloccat\\w*', 'zablokowan\\w*', 'geblokkeerd'],
];

const BLOCK_SIGNS = ['已被阻止', '禁止访问', '被封锁', '封鎖', 'ブロック', '차단', 'заблокирован', 'запрещ'];

/** Names of those who sell filters. */
const BLOCK_VENDORS = [
  ...[
    'fortiguard',
    'fortinet',
    'zscaler',
    'netskope',
    'palo ?alto',
    'blue ?coat',
    'forcepoint',
    'websense',
    'sophos',
    'umbrella',
  ],
  ...['barracuda', 'sonicwall', 'check ?point', 'mcafee', 'skyhigh', 'cisco'],
];

function anyOf(words: readonly string[], signs: readonly string[]): RegExp {
  return new RegExp([`\\b(?:${words.join('|')})\\b`, ...signs].join('|'), 'iu');
}

export const LOGIN: RegExp = anyOf(LOGIN_WORDS, LOGIN_SIGNS);
export const BLOCK: RegExp = anyOf(BLOCK_WORDS, [...BLOCK_SIGNS, ...BLOCK_VENDORS]);

/** A place where one logs in, as a part of an address. */
export const LOGIN_PLACE: RegExp =
  /(?:^|[./_-])(?:log-?in|log-?on|sign-?in|sso|auth\w*|idp|adfs|saml\d*|oauth2?|openid|okta|accounts?|identity|keycloak|cas|passport)(?:[./?_-]|$)/iu;
