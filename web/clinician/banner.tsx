// Everything that keeps a new case from being noticed, above the page until it is mended.
import type { Warning } from './warnings.ts';

const MEND = { sound: 'Turn sound on', notices: 'Allow notifications', line: 'Try now' } as const;

export function Banner(props: { warnings: readonly Warning[]; onMend: (what: keyof typeof MEND) => void }) {
  if (props.warnings.length === 0) return null;
  return (
    <section className="banner" aria-label="What may keep you from noticing a case">
      <ul>
        {props.warnings.map(({ id, text, mend, grave }) => (
          <li key={id} className={grave ? 'banner__line banner__line--grave' : 'banner__line'} data-warning={id}>
            <span>{text}</span>
            {mend !== null && (
              <button type="button" className="button button--small" onClick={() => props.onMend(mend)}>
                {MEND[mend]}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
