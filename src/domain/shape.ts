/** A kind of JSON value. It copies an untrusted value while it checks it, and describes itself as JSON Schema. */
export interface Shape<T> {
  readonly json: JsonSchema;
  /** Throws Misshapen. Members that are not known are left out, so that a newer writer does no harm. */
  read(value: unknown, path: string): T;
}

/** A member that may be absent. */
export interface Optional<T> {
  readonly optional: Shape<T>;
}

/** A member that JSON leaves out when it is undefined. */
export interface Maybe<T> {
  readonly maybe: Shape<Exclude<T, undefined>>;
}

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Where a value is not what it should be; carries no part of the value, which may hold a secret. */
export class Misshapen extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path === '' ? 'the document' : path}: ${reason}`);
    this.name = 'Misshapen';
    this.path = path;
    this.reason = reason;
  }
}

export function text(maxLength: number): Shape<string> {
  return {
    json: { type: 'string', maxLength },
    read(value, path) {
      if (typeof value !== 'string') throw new Misshapen(path, 'no text');
      if (value.length > maxLength) throw new Misshapen(path, `longer than ${maxLength} characters`);
      return value;
    },
  };
}

export const number: Shape<number> = {
  json: { type: 'number' },
  read(value, path) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Misshapen(path, 'no number');
    return value;
  },
};

export const boolean: Shape<boolean> = {
  json: { type: 'boolean' },
  read(value, path) {
    if (typeof value !== 'boolean') throw new Misshapen(path, 'neither true nor false');
    return value;
  },
};

export function choice<const T extends string | number | boolean>(...values: readonly T[]): Shape<T> {
  return {
    json: { enum: values },
    read(value, path) {
      const found = values.find(item => item === value);
      if (found === undefined) throw new Misshapen(path, `none of ${values.join(', ')}`.slice(0, 200));
      return found;
    },
  };
}

export function list<T>(of: Shape<T>, maxItems: number): Shape<readonly T[]> {
  return {
    json: { type: 'array', items: of.json, maxItems },
    read(value, path) {
      if (!Array.isArray(value)) throw new Misshapen(path, 'no list');
      if (value.length > maxItems) throw new Misshapen(path, `more than ${maxItems} entries`);
      return value.map((item: unknown, index) => of.read(item, `${path}[${index}]`));
    },
  };
}

export function pair<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> {
  return {
    json: { type: 'array', prefixItems: [first.json, second.json], minItems: 2, maxItems: 2 },
    read(value, path) {
      if (!Array.isArray(value) || value.length !== 2) throw new Misshapen(path, 'no pair');
      return [first.read(value[0], `${path}[0]`), second.read(value[1], `${path}[1]`)];
    },
  };
}

/** Any names, with values of one kind. A name that means something to JavaScript's prototypes is refused. */
export function record<T>(of: Shape<T>, maxProperties: number): Shape<Readonly<Record<string, T>>> {
  return {
    json: {
      type: 'object',
      additionalProperties: of.json,
      maxProperties,
      propertyNames: { maxLength: 200, not: { const: '__proto__' } },
    },
    read(value, path) {
      const members = membersOf(value, path);
      if (members.length > maxProperties) throw new Misshapen(path, `more than ${maxProperties} members`);
      return Object.fromEntries(
        members.map(([name, item]) => {
          if (name === '__proto__' || name.length > 200) throw new Misshapen(path, 'a name that is not accepted');
          return [name, of.read(item, `${path}.${name}`)];
        }),
      );
    },
  };
}

/** Every member of T once: one that is forgotten does not compile. */
export type Members<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? Optional<Exclude<T[K], undefined>>
    : undefined extends T[K]
      ? Maybe<T[K]>
      : Shape<T[K]>;
};

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape };
}

export function maybe<T>(shape: Shape<Exclude<T, undefined>>): Maybe<T> {
  return { maybe: shape };
}

export function object<T>(members: Members<T>): Shape<T> {
  const rows = Object.entries<Shape<unknown> | Optional<unknown> | Maybe<unknown>>(members);
  const properties = Object.fromEntries(rows.map(([name, member]) => [name, shapeOf(member).json]));
  const required = rows.filter(([, member]) => 'read' in member).map(([name]) => name);
  return {
    json: { type: 'object', required, properties },
    read(value, path) {
      const given = new Map(membersOf(value, path));
      const read = rows.flatMap(([name, member]): readonly (readonly [string, unknown])[] => {
        const item = given.get(name);
        const at = path === '' ? name : `${path}.${name}`;
        if (item !== undefined) return [[name, shapeOf(member).read(item, at)]];
        if ('read' in member) throw new Misshapen(at, 'missing');
        return 'maybe' in member ? [[name, undefined]] : [];
      });
      return Object.fromEntries(read) as T;
    },
  };
}

function shapeOf(member: Shape<unknown> | Optional<unknown> | Maybe<unknown>): Shape<unknown> {
  if ('read' in member) return member;
  return 'optional' in member ? member.optional : member.maybe;
}

function membersOf(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Misshapen(path, 'no object');
  return Object.entries(value);
}
