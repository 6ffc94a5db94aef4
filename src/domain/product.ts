/** What this product calls itself: in User-Agent, reports and events. A test keeps the version equal to package.json. */
export const PRODUCT = { name: 'setup-go-robust', version: '0.1.0' } as const;

/** Where it lives; links in reports begin here. */
export const REPOSITORY = 'https://github.com/org/setup-go-robust';
