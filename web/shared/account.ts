// What the page asks about itself and its reader, in the gateway's shapes.
import type { Role } from '../../src/domain/actors.ts';

export interface Me {
  role: Role;
  subject: string;
  displayName: string;
  demo?: boolean;
}

export interface Info {
  env: 'local' | 'production';
  demo: boolean;
  country: string;
  /** `none`, `hours` or `24/7`, or a sentence the installation wrote itself. */
  coverage: unknown;
  /** One sentence for this moment, such as that the team reads again from eight. */
  coverageLine?: string;
  modelProvider: string | null;
  intakeText: { version: string; sections: readonly { title: string; text: string }[] };
  minAge: number;
}

/** One honest sentence on whether a person reads now, for the foot of every page. Unknown is told as nobody. */
export function whoReads(info: Info | null): string {
  return info === null ? coverageLine(null) : (info.coverageLine ?? coverageLine(info.coverage));
}

export function coverageLine(coverage: unknown): string {
  if (typeof coverage === 'object' && coverage !== null) {
    if ('line' in coverage && typeof coverage.line === 'string') return coverage.line;
    if ('kind' in coverage) return coverageLine(coverage.kind);
  }
  switch (coverage) {
    case '24/7':
      return 'A care team is on call day and night.';
    case 'hours':
      return 'A care team reads at set hours, not all the time.';
    case 'none':
    case null:
    case undefined:
      return 'No person is reading this.';
    default:
      return typeof coverage === 'string' ? coverage : 'No person is reading this.';
  }
}
