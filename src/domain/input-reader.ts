import type { Code } from './catalogue.ts';
import { type Finding, finding } from './finding.ts';
import { INPUTS, type InputName } from './input-table.ts';
import { nearestName } from './nearest.ts';

/** Inputs as text, by name. */
export type RawInputs = Readonly<Record<string, string | undefined>>;

/** Reads inputs one by one and collects what is wrong, so that every fault is named in one run. */
export interface InputReader {
  /** Trimmed; the default when absent or blank. */
  text(name: InputName): string;
  /** Undefined when absent or blank and without a default. */
  optional(name: InputName): string | undefined;
  /** Exactly the spellings of YAML 1.2 core, as getBooleanInput of @actions/core: `yes`, `on` and `1` are refused. */
  flag(name: InputName): boolean;
  /** The first choice stands in for a wrong one: a finding is there then, and nobody sees the value. */
  choice<const T extends string>(name: InputName, choices: readonly [T, ...T[]]): T;
  refuse(name: InputName, refusal: Refusal): void;
}

export interface Refusal {
  readonly code: Code;
  readonly got: string;
  /** What would have been right, in words. */
  readonly accepted: string;
}

/** `findings` is appended to. */
export function createInputReader(raw: RawInputs, findings: Finding[]): InputReader {
  const text = (name: InputName): string => (raw[name] ?? '').trim() || defaultOf(name);
  const refuse = (name: InputName, { code, got, accepted }: Refusal): void => {
    findings.push(
      finding(code, {
        subject: name,
        evidence: { got: got.slice(0, 200), accepted },
        fixes: [{ title: 'Write an accepted value', kind: 'setting', text: `${name}: ${accepted}`, risk: 'none' }],
      }),
    );
  };
  return {
    text,
    refuse,
    optional: name => text(name) || undefined,
    flag: name => {
      const value = text(name);
      if (/^(?:true|True|TRUE)$/u.test(value)) return true;
      if (!/^(?:false|False|FALSE)$/u.test(value)) {
        refuse(name, { code: 'INPUT.INVALID', got: value, accepted: 'true or false' });
      }
      return false;
    },
    choice: (name, choices) => {
      const value = text(name);
      const found = choices.find(choice => choice === value);
      if (found === undefined) refuse(name, { code: 'INPUT.INVALID', got: value, accepted: choices.join(', ') });
      return found ?? choices[0];
    },
  };
}

function defaultOf(name: InputName): string {
  return INPUTS.find(row => row.name === name)?.default ?? '';
}

/** One INPUT.UNKNOWN_OPTION for each name that has a value but no row in the table. */
export function unknownNames(raw: RawInputs): Finding[] {
  const known: readonly string[] = INPUTS.map(row => row.name);
  const strangers = Object.keys(raw).filter(name => raw[name] !== undefined && !known.includes(name));
  return strangers.map(name => {
    const near = nearestName(name, known);
    return finding('INPUT.UNKNOWN_OPTION', {
      subject: name.slice(0, 100),
      evidence: { nearest: near, accepted: known.join(' ') },
      fixes: near === undefined ? [] : [{ title: 'Correct the name', kind: 'edit', text: near, risk: 'none' }],
    });
  });
}
