// How the case came to be, in time: each text or act that opened or raised it. Never the player's words; those are in the
// transcript, behind a click that is recorded.
import type { OpenedCase } from './cases.ts';
import { Part } from './part.tsx';
import { reasonsInWords } from './reasons.ts';
import { LevelTag } from './tags.tsx';
import { dayAndTime, KIND_LABELS, ORIGIN_LABELS, RESPONSE_LABELS } from './words.ts';

export function Evidence({ found }: { found: OpenedCase }) {
  const evidence = found.evidence.toSorted((a, b) => a.at - b.at);
  return (
    <Part title="Evidence">
      {evidence.length === 0 && <p className="page__empty">The evidence cannot be read just now.</p>}
      <ol className="timeline">
        {evidence.map((one) => (
          <li key={`${one.turnId} ${one.origin}`}>
            <time dateTime={new Date(one.at).toISOString()}>{dayAndTime(one.at)}</time>
            <div>
              <p>
                <LevelTag level={one.level} /> {KIND_LABELS[one.kind]}: {ORIGIN_LABELS[one.origin]}
              </p>
              <p className="case__aside">
                {RESPONSE_LABELS[one.response]}
                {one.origin === 'screening' &&
                  one.reasons.length > 0 &&
                  ` · ${reasonsInWords(one.reasons)
                    .map(({ words }) => words)
                    .join('; ')}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Part>
  );
}
