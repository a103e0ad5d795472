// The records of crisis cases in the graph: what the clinicians' list reads. The case workflow writes them; when and what
// must be done is plain, so that it can be sorted; why, and who is told or holds it, is sealed under the organisation's key.
import { deadlineOf } from '../../domain/case-rules.ts';
import type { CaseEntry, CrisisCase } from '../../domain/crisis-case.ts';
import { AppError } from '../../domain/errors.ts';
import type { Sealer } from '../../privacy/index.ts';
import { type Graph, withConstraints } from '../../world/index.ts';
import type { CaseRecords } from '../types.ts';

/** Stored in clear: times, level and the pseudonym. Accounts it was routed to are sealed, and found by their keyed hash. */
type ClearPart = Pick<
  CrisisCase,
  | 'caseId'
  | 'number'
  | 'status'
  | 'level'
  | 'sessions'
  | 'openedAt'
  | 'acknowledgeBy'
  | 'contactBy'
  | 'acknowledgedAt'
  | 'releasedAt'
  | 'resolvedAt'
  | 'drill'
  | 'rungsPaged'
  | 'contactedAt'
  | 'reopenableUntil'
  | 'previous'
  | 'aboutGame'
  | 'version'
>;
type SealedPart = Omit<CrisisCase, keyof ClearPart>;
type ClearEntry = Pick<CaseEntry, 'id' | 'caseId' | 'number' | 'kind' | 'at'>;
type SealedEntry = Omit<CaseEntry, keyof ClearEntry>;

interface StoredCase {
  clear: ClearPart;
  sealedFacts: string;
}

// The time it was opened tells a player's cases apart; their number is for people.
const CONSTRAINTS = [
  'CREATE CONSTRAINT crisis_case IF NOT EXISTS FOR (n:CrisisCase) REQUIRE (n.caseId, n.openedAt) IS UNIQUE',
  'CREATE INDEX crisis_case_open IF NOT EXISTS FOR (n:CrisisCase) ON (n.open)',
  'CREATE INDEX crisis_case_opened IF NOT EXISTS FOR (n:CrisisCase) ON (n.openedAt)',
  'CREATE CONSTRAINT case_entry IF NOT EXISTS FOR (n:CaseEntry) REQUIRE n.id IS UNIQUE',
  'CREATE INDEX case_entry_case IF NOT EXISTS FOR (n:CaseEntry) ON (n.caseId, n.number)',
];

/** The first SET takes the node's lock: the version read after it is the newest, so an older save changes nothing. */
const SAVE = `
  MERGE (c:CrisisCase {caseId: $clear.caseId, openedAt: $clear.openedAt})
  ON CREATE SET c.version = -1
  SET c.savedAt = $now
  WITH c WHERE c.version < $clear.version
  SET c += $clear, c.sealedFacts = $sealedFacts, c.open = $open, c.deadline = $deadline`;

/** A case whose facts cannot be opened (a lost key, a damaged record) must not take the list away from those who answer
 *  for the others, nor drop out of it: it is shown without its facts, as the gravest kind. */
const UNREADABLE: SealedPart = {
  kind: 'suicide',
  evidence: [],
  heldBy: null,
  disposition: null,
  routedTo: [],
  coverage: { mode: 'none', open: false, opensAt: null },
  deliveries: [],
};
const UNREADABLE_ENTRY = 'This entry cannot be opened: its key is missing, or the record was damaged.';

const COLUMNS = `
  c {.caseId, .number, .status, .level, .sessions, .openedAt, .acknowledgeBy, .contactBy, .acknowledgedAt, .releasedAt,
     .resolvedAt, .contactedAt, .reopenableUntil, .previous, .version, drill: coalesce(c.drill, false),
     rungsPaged: coalesce(c.rungsPaged, 0), aboutGame: coalesce(c.aboutGame, 0)}
     AS clear,
  c.sealedFacts AS sealedFacts`;

/** A hundred cases are more than a team can look at; the nearest deadlines come first. */
const LIST_LIMIT = 100;

export function createCaseRecords(graph: Graph, sealer: Sealer): CaseRecords {
  const { run } = withConstraints(graph, CONSTRAINTS);

  const field = (clear: ClearPart): string => `case/${clear.caseId}/${clear.openedAt}/facts`;

  async function opened({ clear, sealedFacts }: StoredCase): Promise<CrisisCase> {
    try {
      // Sealed by save, so its shape is known.
      const facts = await sealer.open('organisation', field(clear), sealedFacts);
      // Those of before there were coverage and deliveries have none.
      return { ...UNREADABLE, ...clear, ...(JSON.parse(facts) as SealedPart) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { ...clear, ...UNREADABLE };
    }
  }

  const routeOf = (subject: string): Promise<string> => sealer.hash('organisation', `routed\n${subject}`);
  const entryField = ({ caseId, id }: ClearEntry): string => `case/${caseId}/entry/${id}`;

  async function openedEntry({ clear, sealed }: { clear: ClearEntry; sealed: string }): Promise<CaseEntry> {
    try {
      // Sealed by keepEntry, so its shape is known.
      return { ...clear, ...(JSON.parse(await sealer.open('organisation', entryField(clear), sealed)) as SealedEntry) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { ...clear, from: { role: 'clinician', displayName: '' }, text: UNREADABLE_ENTRY };
    }
  }

  return {
    async save(found) {
      const { kind, evidence, heldBy, disposition, routedTo, coverage, deliveries, ...clear } = found;
      const facts: SealedPart = { kind, evidence, heldBy, disposition, routedTo, coverage, deliveries };
      await run(SAVE, {
        // One map for all, lists too: each other combination of parameters would be planned anew.
        clear: { ...clear, routes: await Promise.all(routedTo.map(routeOf)) },
        sealedFacts: await sealer.seal('organisation', field(clear), JSON.stringify(facts)),
        open: found.status !== 'resolved',
        deadline: deadlineOf(found),
        now: Date.now(),
      });
    },

    async get(caseId) {
      const [row] = await run<StoredCase>(
        `MATCH (c:CrisisCase {caseId: $caseId}) RETURN ${COLUMNS} ORDER BY c.openedAt DESC LIMIT 1`,
        { caseId },
      );
      return row === undefined ? null : opened(row);
    },

    async list({ status, players, routedTo, limit = LIST_LIMIT }) {
      const theirs = [
        ...(players === undefined ? [] : ['c.caseId IN $given.players']),
        ...(routedTo === undefined ? [] : ['$given.route IN c.routes']),
      ];
      const wanted = [
        ...(status === undefined ? [] : [`c.open = ${status === 'open'}`]),
        ...(theirs.length === 0 ? [] : [`(${theirs.join(' OR ')})`]),
      ];
      const rows = await run<StoredCase>(
        `MATCH (c:CrisisCase) ${wanted.length === 0 ? '' : `WHERE ${wanted.join(' AND ')}`}
         RETURN ${COLUMNS} ORDER BY ${status === 'resolved' ? 'c.resolvedAt DESC' : 'c.open DESC, c.deadline, c.openedAt'}
         LIMIT toInteger($given.limit)`,
        { given: { players: players ?? [], route: routedTo === undefined ? '' : await routeOf(routedTo), limit } },
      );
      return Promise.all(rows.map(opened));
    },

    async openedBetween(from, to) {
      const rows = await run<StoredCase>(
        `MATCH (c:CrisisCase) WHERE c.openedAt >= $from AND c.openedAt < $to AND NOT coalesce(c.drill, false)
         RETURN ${COLUMNS} ORDER BY c.openedAt`,
        { from, to },
      );
      return Promise.all(rows.map(opened));
    },

    async keepEntry({ from, text, ...clear }) {
      const sealed: SealedEntry = { from, text };
      await run('MERGE (e:CaseEntry {id: $clear.id}) ON CREATE SET e += $clear, e.sealed = $sealed', {
        clear,
        sealed: await sealer.seal('organisation', entryField(clear), JSON.stringify(sealed)),
      });
    },

    async entries(caseId, number) {
      const rows = await run<{ clear: ClearEntry; sealed: string }>(
        `MATCH (e:CaseEntry {caseId: $caseId, number: $number})
         RETURN e {.id, .caseId, .number, .kind, .at} AS clear, e.sealed AS sealed ORDER BY e.at, e.id`,
        { caseId, number },
      );
      return Promise.all(rows.map(openedEntry));
    },
  };
}
