/** Whether there is one to speak into. Nothing is asked of the person; without https there is none. */
export async function hasMicrophone(window: Window | null): Promise<boolean> {
  const devices = await window?.navigator.mediaDevices?.enumerateDevices().catch(() => []);
  return devices?.some(({ kind }) => kind === 'audioinput') ?? false;
}
