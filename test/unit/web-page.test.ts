// Small pure parts of the two pages: contacts, prose, intake, the clinician's clocks, and what is kept on the device.
import assert from 'node:assert/strict';
import { clockText, countText, dueLabel, inOrder, urgencyOf } from '../../web/clinician/deadlines.ts';
import { countries, EMPTY_INTAKE, intakeBody, intakeIssues } from '../../web/player/intake-form.ts';
import { draftOf, type Profile, profileIssues, profilePatch } from '../../web/player/profile-form.ts';
import { paragraphsOf } from '../../web/player/prose.ts';
import { sharedWords } from '../../web/player/shared-words.ts';
import { coverageLine, type Info, whoReads } from '../../web/shared/account.ts';
import { createApi } from '../../web/shared/api.ts';
import { contactLinks } from '../../web/shared/contact.ts';
import { DEFAULT_HELP } from '../../web/shared/default-help.ts';
import { keptHelp, refreshHelp } from '../../web/shared/help-store.ts';
import { MINUTE, NOW, openCase } from './web-console-cases.ts';

const hrefs = (contact: string): string[] => contactLinks(contact).map((link) => link.href);

describe('a resource’s contact', () => {
  it('becomes what a phone can call or write to', () => {
    assert.deepEqual(hrefs('Call or text 988'), ['tel:988', 'sms:988']);
    assert.deepEqual(hrefs('116 123'), ['tel:116123']);
    assert.deepEqual(hrefs('+44 20 7946 0018'), ['tel:+442079460018']);
    assert.deepEqual(hrefs('Text HOME to 741741'), ['sms:741741?&body=HOME']);
    assert.deepEqual(hrefs('Call 1-800-799-7233, or text START to 88788'), [
      'tel:18007997233',
      'sms:88788?&body=START',
    ]);
  });

  it('puts web addresses after numbers and keeps their digits from being dialled', () => {
    assert.deepEqual(hrefs('https://988lifeline.org/chat or call 988'), ['tel:988', 'https://988lifeline.org/chat']);
    assert.deepEqual(hrefs('www.samaritans.org'), ['https://www.samaritans.org']);
  });

  it('stays plain text when nothing can be opened', () => {
    assert.deepEqual(hrefs('Ask at the front desk'), []);
    assert.deepEqual(hrefs('Press 2'), []);
  });
});

describe('help at hand', () => {
  const store = (kept: string | null) => {
    const held = new Map(kept === null ? [] : [['tta.help', kept]]);
    return {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    };
  };
  const list = {
    country: 'GB',
    line: 'You can talk to somebody now.',
    resources: [{ name: 'S', contact: '116 123', hours: '' }],
  };

  it('is the page’s own list before anything was loaded, and when what is kept cannot be read', () => {
    assert.equal(keptHelp(store(null)), DEFAULT_HELP);
    assert.equal(keptHelp(store('{')), DEFAULT_HELP);
    assert.equal(keptHelp(store('{"line":"x","resources":[]}')), DEFAULT_HELP);
  });

  it('is the gateway’s last answer when the network is gone', async () => {
    const device = store(null);
    await refreshHelp(
      createApi(async () => Response.json(list)),
      device,
    );
    const offline = createApi(async () => Promise.reject(new TypeError('offline')));
    assert.equal(await refreshHelp(offline, device), null);
    assert.deepEqual(keptHelp(device), list);
  });

  it('can be opened from a phone for every line of the page’s own list', () => {
    for (const { name, contact } of DEFAULT_HELP.resources) assert.notDeepEqual(contactLinks(contact), [], name);
  });
});

describe('prose', () => {
  it('begins a paragraph at an empty line and keeps the place of each sentence', () => {
    const paragraphs = paragraphsOf(['One. ', 'Two.\n\n', 'Three. ']);
    assert.deepEqual(
      paragraphs.map((p) => p.map((s) => s.text)),
      [['One.', 'Two.'], ['Three.']],
    );
    assert.deepEqual(
      paragraphs.flat().map((s) => s.index),
      [0, 1, 2],
    );
  });

  it('sets a text that holds several paragraphs in one sentence', () => {
    assert.deepEqual(
      paragraphsOf(['A.\n\nB. ', 'C.']).map((p) => p.map((s) => s.text).join(' ')),
      ['A.', 'B. C.'],
    );
    assert.deepEqual(paragraphsOf([]), []);
  });
});

describe('the intake', () => {
  it('has nothing ticked or chosen beforehand, and names each field that is missing', () => {
    assert.ok(Object.values(EMPTY_INTAKE.consents).every((consent) => !consent));
    assert.deepEqual(
      intakeIssues(EMPTY_INTAKE).map((issue) => issue.path),
      ['ageBand', 'country', 'consents.play'],
    );
  });

  it('needs only the consent to play, and both halves of a contact person or none', () => {
    const given = {
      ...EMPTY_INTAKE,
      ageBand: '25-44',
      country: 'US',
      consents: { ...EMPTY_INTAKE.consents, play: true },
    };
    assert.deepEqual(intakeIssues(given), []);
    assert.deepEqual(
      intakeIssues({ ...given, contactName: 'Ana' }).map((issue) => issue.path),
      ['contactPerson.contact'],
    );
    assert.ok(!('contactPerson' in intakeBody(given, '1')));
    assert.deepEqual(intakeBody({ ...given, contactName: 'Ana ', contactHow: '555 0100' }, '1').contactPerson, {
      name: 'Ana',
      contact: '555 0100',
    });
  });

  it('offers the countries that help is written for', () => {
    const codes = countries('en').map((country) => country.code);
    for (const code of ['US', 'GB', 'IE', 'CA', 'AU', 'ES', 'MX', 'DE', 'AT', 'CH', 'FR', 'BE'])
      assert.ok(codes.includes(code));
  });
});

describe('the line on who reads', () => {
  it('is the gateway’s sentence for this moment where it gives one', () => {
    const info: Info = {
      ...{ env: 'local', demo: true, country: 'US', coverage: 'hours', modelProvider: null, minAge: 18 },
      intakeText: { version: '1', sections: [] },
    };
    assert.equal(whoReads({ ...info, coverageLine: 'The team reads from 8:00.' }), 'The team reads from 8:00.');
    assert.equal(whoReads(info), 'A care team reads at set hours, not all the time.');
    assert.equal(whoReads(null), 'No person is reading this.');
  });

  it('never claims a person when the coverage is unknown', () => {
    for (const coverage of ['none', null, undefined, 7, {}])
      assert.equal(coverageLine(coverage), 'No person is reading this.');
    assert.equal(coverageLine({ kind: 'hours', line: 'The team reads from 8:00.' }), 'The team reads from 8:00.');
  });
});

describe('the clinician’s list', () => {
  const found = (caseId: string, part: Partial<Parameters<typeof openCase>[0]>) => openCase({ caseId, ...part });

  it('puts what is due first on top, whatever it is due for, and what has no deadline last', () => {
    const cases = [
      found('released', { status: 'released' }),
      found('later', { acknowledgeBy: NOW + 50 * MINUTE }),
      found('contact', { status: 'acknowledged', contactBy: NOW + 5 * MINUTE }),
      found('reached', { status: 'acknowledged', contactBy: NOW - MINUTE, contactedAt: NOW - 2 * MINUTE }),
      found('overdue', { acknowledgeBy: NOW - MINUTE }),
    ];
    assert.deepEqual(
      inOrder(cases).map((c) => c.caseId),
      ['overdue', 'contact', 'later', 'reached', 'released'],
    );
    assert.deepEqual(
      inOrder(cases).map((c) => urgencyOf(c, NOW)),
      ['overdue', 'soon', 'later', 'none', 'none'],
    );
  });

  it('counts seconds only where they matter', () => {
    assert.equal(clockText(NOW + 245_000, NOW), '4:05 left');
    assert.equal(clockText(NOW - 61_000, NOW), '1:01 over');
    assert.equal(clockText(NOW + 80 * MINUTE, NOW), '1 h 20 min left');
    assert.equal(clockText(NOW + 48 * MINUTE, NOW), '48 min left');
  });

  it('orders two that are alike the same on every screen, the graver first', () => {
    const cases = [found('b', {}), found('a', {}), found('c', { level: 'critical' })];
    assert.deepEqual(
      inOrder(cases).map((c) => c.caseId),
      ['c', 'a', 'b'],
    );
  });

  it('says what is due, and how the whole list stands', () => {
    assert.equal(dueLabel(found('a', { status: 'unanswered' })), 'Nobody has answered');
    assert.equal(dueLabel(found('a', { status: 'released', contactBy: NOW })), 'To reach the player');
    assert.equal(dueLabel(found('a', { status: 'acknowledged', contactedAt: NOW })), 'To resolve');
    assert.equal(countText([], NOW), 'No open case');
    assert.equal(
      countText([found('a', {}), found('b', { acknowledgeBy: NOW })], NOW),
      '2 open cases, 1 past its deadline',
    );
  });
});

describe('what the story should know', () => {
  const kept: Profile = {
    goals: ['Sleep'],
    avoidSoft: [],
    avoidHard: ['drowning'],
    techniques: true,
    country: 'GB',
    contactPerson: { name: 'Ana', contact: '555 0100' },
  };

  it('sends only what was changed', () => {
    const draft = draftOf(kept);
    assert.deepEqual(profilePatch(kept, draft), {});
    assert.deepEqual(profilePatch(kept, { ...draft, avoidHard: ' drowning \n\nspiders' }), {
      avoidHard: ['drowning', 'spiders'],
    });
    assert.deepEqual(profilePatch(kept, { ...draft, contactName: '', contactHow: '' }), { contactPerson: null });
    assert.deepEqual(profilePatch(kept, { ...draft, techniques: false, country: 'IE' }), {
      techniques: false,
      country: 'IE',
    });
  });

  it('says what the gateway would refuse before it is sent', () => {
    const draft = draftOf(kept);
    assert.deepEqual(profileIssues(draft), []);
    assert.deepEqual(
      profileIssues({ ...draft, goals: 'x\n'.repeat(11), avoidSoft: 'y'.repeat(201), contactHow: '' }).map(
        (i) => i.path,
      ),
      ['goals', 'avoidSoft', 'contactPerson.contact'],
    );
  });
});

describe('who has seen a story', () => {
  it('is told in words, and as it came where the page knows none', () => {
    assert.equal(sharedWords('read_transcript'), 'read this story with your words.');
    assert.equal(sharedWords('exported to the clinic'), 'exported to the clinic');
  });
});
