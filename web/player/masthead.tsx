// The running head: where you are, the journal, the options, and help, which is always there. While help is on the page the
// journal gives its place to a way out of the page at one tap: somebody may be looking over a shoulder.
import { leaveQuickly } from '../shared/help-panel.tsx';

export function Masthead(props: {
  place?: string;
  inHelp?: boolean;
  onJournal?: () => void;
  onOptions: () => void;
  onHelp: () => void;
}) {
  return (
    <header className="masthead">
      <p className="masthead__place">{props.place}</p>
      <nav className="masthead__tools" aria-label="Page">
        {props.inHelp === true && (
          <button type="button" className="button button--quiet" onClick={leaveQuickly}>
            Leave quickly
          </button>
        )}
        {props.inHelp !== true && props.onJournal !== undefined && (
          <button type="button" className="icon-button" onClick={props.onJournal} aria-label="Journal">
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <path d="M12 6c-2-1.4-4.6-2-8-2v14c3.4 0 6 .6 8 2 2-1.4 4.6-2 8-2V4c-3.4 0-6 .6-8 2Zm0 0v14" />
            </svg>
          </button>
        )}
        <button type="button" className="icon-button icon-button--type" onClick={props.onOptions} aria-label="Options">
          <span aria-hidden="true">Aa</span>
        </button>
        <button type="button" className="button button--help" onClick={props.onHelp}>
          Get help now
        </button>
      </nav>
    </header>
  );
}
