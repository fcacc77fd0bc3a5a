import './log-line.css';

export interface LogLineProps {
  /** As shown; the machine's form goes into `dateTime`. */
  time: string;
  dateTime: string;
  act: string;
  person: string;
  detail?: string | undefined;
}

/** One line of the custody log: time, act, person. */
export function LogLine({ time, dateTime, act, person, detail }: LogLineProps) {
  return (
    <li class="zj-log">
      <time class="zj-log-time" dateTime={dateTime}>
        {time}
      </time>
      <span class="zj-log-act">
        {act}
        {detail && <span class="zj-log-detail">{detail}</span>}
      </span>
      <span class="zj-log-person">{person}</span>
    </li>
  );
}
