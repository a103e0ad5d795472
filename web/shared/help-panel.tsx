// "Get help now": the country's resources from what is kept on the device, so that it opens without a network.
import { type ReactNode, useEffect, useState } from 'react';
import type { Api } from './api.ts';
import { forgetDemoName } from './demo-name.ts';
import { Dialog } from './dialog.tsx';
import { keptHelp, refreshHelp } from './help-store.ts';
import { Resources } from './resources.tsx';

/** A page that says nothing about the reader, for whoever looks at the screen next. */
const NEUTRAL_PAGE = 'https://www.bbc.com/weather';

/** Clears the view before anything else, then replaces this page in the tab's history. */
export function leaveQuickly(): void {
  document.title = 'New tab';
  document.body.replaceChildren();
  sessionStorage.clear();
  forgetDemoName(localStorage);
  location.replace(NEUTRAL_PAGE);
}

export function HelpPanel(props: { api: Api; coverage: string; onClose: () => void; children?: ReactNode }) {
  const [help, setHelp] = useState(() => keptHelp(localStorage));
  useEffect(() => {
    let gone = false;
    refreshHelp(props.api, localStorage).then((list) => {
      if (list !== null && !gone) setHelp(list);
    });
    return () => {
      gone = true;
    };
  }, [props.api]);
  return (
    <Dialog title="Get help now" className="panel--help" onClose={props.onClose} closeLabel="Back">
      <p className="panel__lede">{help.line}</p>
      <Resources resources={help.resources} />
      {props.children}
      <p className="panel__note">This page is software. It cannot call anyone for you. {props.coverage}</p>
      <div className="panel__exit">
        <button type="button" className="button button--quiet" onClick={leaveQuickly}>
          Leave this page quickly
        </button>
        <p>Clears the screen and opens another site. Your browser’s history still knows that you were here.</p>
      </div>
    </Dialog>
  );
}
