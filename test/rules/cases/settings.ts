import fc from 'fast-check';
import { NOW, type Setting } from './setting.ts';

/** Forms that nobody looked at while the rules were written: other names, ports, issuers, page texts, languages, statuses, order. */
const LABEL = fc.stringMatching(/^[a-z][a-z0-9]{2,9}$/u);
const host = fc.tuple(LABEL, LABEL, fc.constantFrom('net', 'dev', 'fr', 'info', 'com.br')).map(parts => parts.join('.'));
const octet = fc.integer({ min: 1, max: 250 });

const LOGINS = [
  'Anmeldung im Gastnetz',
  'Portail captif',
  'Iniciar sesión',
  '欢迎登录',
  'Wi-Fi ログイン',
  'Accesso ospiti',
  'Sign in to continue',
  'Вход в сеть',
  'Hotspot: please accept the terms',
];
const BLOCKS = [
  'Access to this category is restricted',
  'Diese Seite wurde gesperrt',
  'FortiGuard Intrusion Prevention - Access Blocked',
  'Page bloquée',
  'Sitio bloqueado',
  '该网站已被阻止',
  'Доступ запрещён',
  'URL Filtering: prohibited',
  'Zscaler: website not permitted',
];
const VENDORS = [
  'O=Netskope, CN=goskope.com',
  'O=Fortinet, CN=FortiGate CA',
  'O=Palo Alto Networks, CN=Decrypt',
  'O=Blue Coat Systems, CN=ProxySG',
  'CN=Kaspersky Anti-Virus Personal Root',
  'CN=mitmproxy',
  'O=Cisco Umbrella, CN=Root',
  'O=Sophos, CN=Web Gateway CA',
];
const LOGIN_HOSTS = ['sso', 'login', 'idp', 'auth', 'accounts', 'adfs'];

export const anySetting: fc.Arbitrary<Setting> = fc.record({
  host,
  port: fc.constantFrom(443, 8443, 9443, 50_443),
  address: fc.tuple(fc.integer({ min: 11, max: 99 }), octet, octet, octet).map(parts => parts.join('.')),
  proxy: fc.tuple(octet, octet, fc.integer({ min: 1_024, max: 60_000 })).map(([a, b, port]) => `10.${a}.0.${b}:${port}`),
  publicIssuer: fc.constantFrom('C=US, O=Certainly, CN=R1', 'C=BE, O=GlobalSign, CN=Atlas R3', "C=US, O=Let's Encrypt, CN=E7"),
  privateIssuer: fc.tuple(LABEL, LABEL).map(([a, b]) => `O=${a}, CN=${b} Root`),
  vendorIssuer: fc.constantFrom(...VENDORS),
  loginTitle: fc.constantFrom(...LOGINS),
  blockTitle: fc.constantFrom(...BLOCKS),
  loginHost: fc.tuple(fc.constantFrom(...LOGIN_HOSTS), LABEL).map(([name, owner]) => `${name}.${owner}.org`),
  serverStatus: fc.constantFrom(500, 502, 503, 504, 520, 530),
  pace: fc.constantFrom(0.2, 0.6, 1.2, 1.5),
  nowMs: fc.integer({ min: 0, max: 300 }).map(days => NOW + days * 86_400_000),
  others: fc.integer({ min: 0, max: 4 }),
  reversed: fc.boolean(),
});
