// A narrator that keeps writing what must not be shown: nothing of it reaches the player, the operator is told once, the session
// goes on in authored words, and a clinician hears of it only where the player's own words weigh something.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { NarrativeGenerator } from '../../src/domain/agents.ts';
import { pseudonymOf, sessionWorkflowId } from '../../src/domain/session.ts';
import { skippingClock } from '../support/clock.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import { until } from '../support/until.ts';

const HARMFUL = 'You should kill yourself.';
const LOW = 'I feel so low and empty today';

describe('a session whose narrator is blocked again and again', () => {
  let clock: Awaited<ReturnType<typeof skippingClock>>;
  let house: House;
  let asked = 0;

  const unsafe: NarrativeGenerator = {
    id: { type: 'nga', instance: 'unsafe' },
    version: '1',
    speed: 'fast',
    async narrate() {
      asked += 1;
      return { sentences: [HARMFUL], suggestions: [], narratorState: null, authoredOnly: false };
    },
  };

  before(async () => {
    clock = await skippingClock();
    house = await openHouse({ temporal: clock.address, adapt: (world) => ({ ...world, narrator: unsafe }) });
    await house.work();
  });
  after(async () => {
    await house?.close();
    await clock?.stop();
  });

  const alertsOf = async (sessionId: string): Promise<string[]> => {
    const { events } = await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).fetchHistory();
    return (events ?? []).flatMap((event) => {
      const id = event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId;
      return id?.startsWith('alert/') ? [id] : [];
    });
  };

  it('is told in authored words from then on, and the operator hears of it once', async () => {
    const { sessionId } = await house.begin();
    for (const text of ['look around', 'go north', 'look around', 'wait']) {
      const reply = await house.say(sessionId, text);
      assert.equal(reply.kind, 'story');
      assert.ok(!reply.text.includes('kill'), 'the authored form is told instead');
    }
    assert.equal(asked, 3, 'asked three times in the first turn, and then no more');
    assert.equal((await alertsOf(sessionId)).length, 1);
    assert.equal(await house.caseOf(sessionId), null, 'nobody is in danger: no clinician is called');
    const { events } = await house.composition.rooms.history.page(sessionId, 0, 100);
    assert.ok(!JSON.stringify(events).includes('kill'));
  });

  it('also calls a clinician when the player’s own words weigh something', async () => {
    const { sessionId } = await house.begin();
    const low = await house.say(sessionId, LOW);
    assert.equal(low.kind, 'support');
    assert.equal(await house.caseOf(sessionId), null, 'feeling low alone calls nobody');
    await house.say(sessionId, 'look around');
    const found = await until('the case', async () => {
      const now = await house.composition.rooms.cases.get(pseudonymOf(sessionId));
      return now?.evidence.some(({ reasons }) => reasons.includes('narrative.blocked')) ? now : null;
    });
    assert.equal(found.status, 'open');
  });
});
