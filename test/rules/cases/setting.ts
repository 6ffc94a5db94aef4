/** What differs from one variant of a case to the next: nothing in it may decide. */
export interface Setting {
  readonly host: string;
  readonly port: number;
  readonly address: string;
  readonly proxy: string;
  readonly publicIssuer: string;
  readonly privateIssuer: string;
  readonly vendorIssuer: string;
  readonly loginTitle: string;
  readonly blockTitle: string;
  readonly loginHost: string;
  readonly serverStatus: number;
  /** Times are multiplied by this. */
  readonly pace: number;
  readonly nowMs: number;
  /** Healthy targets beside the one of the case; none: nothing to compare with. */
  readonly others: number;
  /** The targets are in the other order. */
  readonly reversed: boolean;
}

export const DAY = 86_400_000;
export const NOW = 1_795_000_000_000;

export const PLAIN: Setting = {
  host: 'mirror.example.net',
  port: 443,
  address: '93.184.215.14',
  proxy: '10.0.0.8:3128',
  publicIssuer: 'C=US, O=Example Trust Services, CN=WR3',
  privateIssuer: 'O=Example Corp, CN=Example Corp Root CA 2',
  vendorIssuer: 'O=Zscaler Inc., CN=Zscaler Root CA',
  loginTitle: 'Login to the guest network',
  blockTitle: 'Web Page Blocked',
  loginHost: 'login.example.org',
  serverStatus: 503,
  pace: 1,
  nowMs: NOW,
  others: 2,
  reversed: false,
};
