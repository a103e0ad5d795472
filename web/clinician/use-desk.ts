// The desk, its bell and its clock for React: opened once, closed with the page.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Api } from '../shared/api.ts';
import { type Alarm, alarmText, gravestOf, ringAgain } from './alarm.ts';
import { type Desk, openDesk } from './desk.ts';
import { showNotice } from './notices.ts';
import type { Sound } from './sound.ts';

export interface OpenDesk {
  desk: Desk;
  /** The latest news, for the live region; a new object each time, so that the same words are read again. */
  alarms: readonly Alarm[];
}

export function useOpenDesk(api: Api, me: string, live: boolean, sound: Sound): OpenDesk | null {
  const [desk, setDesk] = useState<Desk | null>(null);
  const [alarms, setAlarms] = useState<readonly Alarm[]>([]);
  useEffect(() => {
    let rangAt: number | null = null;
    const opened = openDesk({
      api,
      me,
      live,
      socketBase: location.origin.replace(/^http/, 'ws'),
      onAlarms(heard) {
        setAlarms(heard);
        // A supervisor watches how it goes; the bell calls those who answer.
        if (!live) return;
        rangAt = Date.now();
        sound.ring(gravestOf(heard));
        for (const alarm of heard) showNotice(alarmText(alarm), alarm.caseId);
      },
    });
    setDesk(opened);
    const again = setInterval(() => {
      const level = live ? ringAgain(opened.current().cases ?? [], rangAt, Date.now()) : null;
      if (level === null) return;
      rangAt = Date.now();
      sound.ring(level);
    }, 1_000);
    window.addEventListener('online', opened.nudge);
    return () => {
      clearInterval(again);
      window.removeEventListener('online', opened.nudge);
      opened.stop();
    };
  }, [api, me, live, sound]);
  return desk === null ? null : { desk, alarms };
}

/** The server's time, each second, for the clocks. */
export function useNow(desk: Desk): number {
  const offset = useSyncExternalStore(desk.subscribe, () => desk.current().clockOffsetMs);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now + offset;
}
