// The browser's own notifications: a level and nothing else, because they show on locked screens and in meetings.
import type { NoticePermission } from './warnings.ts';

export function noticePermission(): NoticePermission {
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

export async function allowNotices(): Promise<NoticePermission> {
  if ('Notification' in window) await Notification.requestPermission();
  return noticePermission();
}

/** One per case: a later one takes the place of the earlier. */
export function showNotice(text: string, caseId: string): void {
  if (noticePermission() !== 'granted' || document.visibilityState === 'visible') return;
  try {
    const notice = new Notification('Story Sessions', { body: text, tag: `case-${caseId}`, requireInteraction: true });
    notice.onclick = () => {
      window.focus();
      location.hash = `#/case/${caseId}`;
      notice.close();
    };
  } catch {
    // Some phones allow them to service workers only; the bell and the page remain.
  }
}
