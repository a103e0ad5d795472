// One compiled ink story per world, used for one telling at a time: ink runs synchronously, so calls cannot mix. The view of
// the telling is bound for its time; between tellings the story holds nothing.
import { Story } from 'inkjs';
import type { AuthoredWorld } from '../../story/index.ts';
import type { Scope } from '../wba/index.ts';
import { facts, type Telling } from './facts.ts';
import type { NarratorMemory } from './memory.ts';
import { markOf } from './memory.ts';
import { sentencesOf } from './sentences.ts';

/** Thrown when ink cannot tell what was asked. The caller tells it in its own plain words. */
export class NarrationFailed extends Error {
  constructor(path: string, cause: unknown) {
    super(`The story could not tell ${path}.`, { cause });
    this.name = 'NarrationFailed';
  }
}

export interface Beat {
  path: string;
  /** Entities for a common knot, which takes two. */
  with?: readonly string[];
  /** Goes on in the paragraph before it. */
  joins?: boolean;
  /** Told in place of what the player has mostly heard already; what is new in it is told all the same. */
  brief?: { path: string; with: readonly string[]; within: number };
}

/** Of a telling's words, the share heard before from which it is told in brief. */
const FAMILIAR = 0.5;

export interface Teller {
  has(path: string): boolean;
  /** Tells the beats in order; each is one paragraph or more. */
  tell(
    beats: readonly Beat[],
    about: Omit<Telling, 'scope'>,
    scope: Scope,
    memory: NarratorMemory,
  ): { paragraphs: string[]; memory: NarratorMemory };
}

/** `onTold` hears the path of each part of the ink as it is told: for authors, who want to know which never are. */
export function createTeller(world: AuthoredWorld, onTold?: (path: string) => void): Teller {
  const story = new Story(world.ink.json);
  // The engine's own form of an untouched state, into which only counts and seed are put.
  const blank: Record<string, unknown> = JSON.parse(story.state.toJson());
  let telling: Telling | undefined;
  for (const [name, fact] of Object.entries(facts)) {
    story.BindExternalFunctionGeneral(
      name,
      (args: unknown[]) => {
        if (telling === undefined) throw new Error('facts are asked outside a telling');
        return fact(
          telling,
          args.map((arg) => String(arg)),
        );
      },
      // Facts are only read, so ink may look ahead as it likes.
      true,
    );
  }
  const errors: string[] = [];
  story.onError = (message: string) => {
    errors.push(message);
  };

  return {
    has: (path) => world.ink.paths.has(path),
    tell: (beats, about, scope, memory) => {
      telling = { ...about, scope };
      errors.length = 0;
      let path = '';
      try {
        story.state.LoadJsonObj({
          ...blank,
          visitCounts: Object.fromEntries(memory.visits),
          turnIdx: memory.turn,
          storySeed: memory.seed,
        });
        const paragraphs: string[] = [];
        const heard = [...memory.heard];
        const linesOf = (knot: string, entities: readonly string[] = []): string[] => {
          path = knot;
          const args = path.startsWith('o_') ? [entities[0] ?? '', entities[1] ?? ''] : [];
          story.ChoosePathString(path, true, args);
          const text: string = story.ContinueMaximally();
          onTold?.(path);
          if (errors.length > 0) throw new Error(errors[0]);
          return text
            .split('\n')
            .map((line) => tidy(line))
            .filter((line) => line !== '');
        };
        for (const beat of beats) {
          const full = linesOf(beat.path, beat.with);
          const sentences = sentencesOf(full.join('\n')).map((sentence) => sentence.trim());
          const marks = sentences.map(markOf);
          const fresh =
            beat.brief === undefined ? undefined : newsIn(sentences, marks, heard.slice(-beat.brief.within));
          const lines =
            beat.brief === undefined || fresh === undefined
              ? full
              : [[...linesOf(beat.brief.path, beat.brief.with), ...fresh].join(' ')];
          heard.push(...marks, markOf(beat.path));
          const before = beat.joins === true && lines.length > 0 ? paragraphs.pop() : undefined;
          paragraphs.push(...(before === undefined ? lines : [`${before} ${lines[0] ?? ''}`, ...lines.slice(1)]));
        }
        return { paragraphs, memory: { seed: memory.seed, turn: memory.turn + 1, visits: visitsOf(story), heard } };
      } catch (cause) {
        throw new NarrationFailed(path, cause);
      } finally {
        telling = undefined;
      }
    },
  };
}

/** The sentences not heard before, when most of the words were; undefined when it is worth telling in full. */
function newsIn(
  sentences: readonly string[],
  marks: readonly string[],
  heard: readonly string[],
): string[] | undefined {
  const known = new Set(heard);
  const fresh = sentences.filter((_, n) => !known.has(marks[n] ?? ''));
  return fresh.length < sentences.length && wordsIn(fresh) <= (1 - FAMILIAR) * wordsIn(sentences) ? fresh : undefined;
}

function wordsIn(sentences: readonly string[]): number {
  return sentences.join(' ').split(' ').length;
}

/** Ink leaves double spaces where a condition was false, and a sentence may begin with a name in lower case. */
function tidy(line: string): string {
  const joined = line
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;!?])/g, '$1')
    .trim();
  return joined.replace(
    /(^|[.!?] )(\p{Ll})/gu,
    (_all, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** The engine writes its whole state to say this, which takes longer than telling; where it keeps the counts as it does now,
 *  they are read there. */
function visitsOf({ state }: Story): Map<string, number> {
  const kept: unknown = Reflect.get(state, '_visitCounts');
  const saved: unknown = kept instanceof Map ? { visitCounts: Object.fromEntries(kept) } : JSON.parse(state.toJson());
  const counts = typeof saved === 'object' && saved !== null && 'visitCounts' in saved ? saved.visitCounts : {};
  return new Map(
    Object.entries(counts ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
