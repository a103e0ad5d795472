// Who was told, by what, and what became of it. "Taken by the channel" is not "seen": the words keep the two apart.
import type { Delivery } from '../../src/domain/notification.ts';
import { Part } from './part.tsx';
import { CHANNEL_LABELS, DELIVERY_LABELS, NOTICE_LABELS, timeOfDay } from './words.ts';

export function Deliveries({ deliveries }: { deliveries: readonly Delivery[] }) {
  return (
    <Part title="Who was told">
      {deliveries.length === 0 ? (
        <p className="page__empty">Nobody was told outside this console.</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">By</th>
              <th scope="col">Of what</th>
              <th scope="col">State</th>
              <th scope="col">At</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.toReversed().map((one) => (
              <tr key={one.id} className={one.state === 'failed' ? 'table__failed' : undefined}>
                <th scope="row">{one.displayName}</th>
                <td data-label="By">{CHANNEL_LABELS[one.channel]}</td>
                <td data-label="Of what">{NOTICE_LABELS[one.code]}</td>
                <td data-label="State">
                  {DELIVERY_LABELS[one.state]}
                  {one.attempts > 1 && `, ${one.attempts} attempts`}
                </td>
                <td data-label="At">{timeOfDay(one.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}
