// The keys, listed; and a way to turn the single ones off for whoever speaks to the computer.
import { useState } from 'react';
import { Dialog } from '../shared/dialog.tsx';
import { KEY_HELP } from './keys.ts';
import { keepSingleKeys, singleKeys } from './use-keys.ts';

export function Keys({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(singleKeys);
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="keys">
        {KEY_HELP.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked);
            keepSingleKeys(event.target.checked);
          }}
        />
        Keys of one letter are on
      </label>
    </Dialog>
  );
}
