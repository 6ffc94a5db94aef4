import type { Socket } from 'node:net';
import { LIMITS } from '../domain/limits.ts';
import type { Clock } from '../ports/machine.ts';

/** Connections that wait for the next request to the same place. They do not keep the process alive. */
export interface ConnectionPool<T extends { readonly socket: Socket }> {
  /** The most recent one that is still good; undefined when there is none. */
  take(key: string): T | undefined;
  /** Offers a connection whose answer was read to its end. */
  put(key: string, connection: T): void;
  close(): void;
}

interface Idle<T> {
  readonly connection: T;
  readonly sinceMs: number;
  forget(): void;
}

/** A connection that ends, fails or speaks while it is idle is dropped: bytes nobody asked for belong to no answer. */
export function createPool<T extends { readonly socket: Socket }>(clock: Clock): ConnectionPool<T> {
  const idle = new Map<string, Idle<T>[]>();
  const drop = (key: string, entry: Idle<T>): void => {
    const left = (idle.get(key) ?? []).filter(other => other !== entry);
    if (left.length === 0) idle.delete(key);
    else idle.set(key, left);
    entry.forget();
  };
  return {
    take(key) {
      for (let entry = idle.get(key)?.at(-1); entry !== undefined; entry = idle.get(key)?.at(-1)) {
        drop(key, entry);
        const { socket } = entry.connection;
        if (!socket.destroyed && clock.monotonic() - entry.sinceMs < LIMITS.idleConnectionMs) {
          socket.ref();
          return entry.connection;
        }
        socket.destroy();
      }
      return undefined;
    },
    put(key, connection) {
      const { socket } = connection;
      if (socket.destroyed || !socket.writable || !socket.readable) {
        socket.destroy();
        return;
      }
      const events = ['data', 'end', 'error', 'close'] as const;
      const onEvent = (): void => {
        drop(key, entry);
        socket.destroy();
      };
      const forget = (): void => {
        for (const event of events) socket.off(event, onEvent);
      };
      const entry: Idle<T> = { connection, sinceMs: clock.monotonic(), forget };
      for (const event of events) socket.on(event, onEvent);
      socket.unref();
      idle.set(key, [...(idle.get(key) ?? []), entry]);
    },
    close() {
      for (const [key, entries] of idle) {
        for (const entry of entries) {
          drop(key, entry);
          entry.connection.socket.destroy();
        }
      }
    },
  };
}
