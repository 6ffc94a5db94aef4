import type { Event } from '../../src/domain/event.ts';
import type { Report } from '../../src/domain/report.ts';
import type { EnvChange, Host } from '../../src/ports/host.ts';

/** A Host that remembers everything. */
export interface FakeHost extends Host {
  readonly heard: Event[];
  readonly masked: string[];
  readonly changes: EnvChange[];
  readonly published: Report[];
}

export function createFakeHost(onEvent: (event: Event) => void = () => undefined): FakeHost {
  const heard: Event[] = [];
  const masked: string[] = [];
  const changes: EnvChange[] = [];
  const published: Report[] = [];
  return {
    kind: 'terminal',
    heard,
    masked,
    changes,
    published,
    hear(event) {
      heard.push(event);
      onEvent(event);
    },
    mask: secret => void masked.push(secret),
    apply: async applied => void changes.push(...applied),
    publish: async report => void published.push(report),
  };
}
