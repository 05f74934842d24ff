/** One answer as read from the wire. */
export type WireAnswer = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
};

/** Splits what a connection brought into answers. Those to HEAD have a length but no body. */
export const readAnswers = (text: string, isHead = false): readonly WireAnswer[] => {
  const answers: WireAnswer[] = [];
  let rest = text;
  while (rest.includes('\r\n\r\n')) {
    const end = rest.indexOf('\r\n\r\n');
    const [statusLine = '', ...lines] = rest.slice(0, end).split('\r\n');
    const headers = new Map(
      lines.map((line): [string, string] => {
        const [name = '', ...value] = line.split(':');
        return [name.toLowerCase(), value.join(':').trim()];
      }),
    );
    const length = isHead ? 0 : Number(headers.get('content-length') ?? 0);
    const body = rest.slice(end + 4, end + 4 + length);
    rest = rest.slice(end + 4 + length);
    const status = Number(statusLine.split(' ')[1]);
    if (status >= 200) answers.push({ status, headers, body });
  }
  return answers;
};
