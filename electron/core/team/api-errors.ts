import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import { troubleOf } from './connection.ts';
import { type TeamTrouble, teamTrouble } from './team-trouble.ts';

const isApiError = (error: unknown, code: number): boolean => error instanceof JetStreamApiError && error.code === code;

/** Whether the server has answered that there is no such stream. */
export const isStreamMissing = (error: unknown): boolean => isApiError(error, JetStreamApiCodes.StreamNotFound);

/** Whether the server has answered that there is no such consumer. */
export const isConsumerMissing = (error: unknown): boolean => isApiError(error, JetStreamApiCodes.ConsumerNotFound);

/** The servers are choosing who answers next (nats-server: JSClusterNotAvailErr). */
const clusterNotAvailable = 10_008;

/** Whether nobody answered in time, which passes where servers choose a new leader. */
export const isPassing = (error: unknown): boolean =>
  isApiError(error, clusterNotAvailable) || (error instanceof Error && error.name === 'TimeoutError');

/** What an error of JetStream's API means. */
export const apiTrouble = (error: unknown): TeamTrouble => {
  const isAbsent =
    error instanceof Error && (error.name === 'JetStreamNotEnabled' || /no responders/i.test(error.message));
  return isAbsent || isStreamMissing(error) ? teamTrouble('team-stream-missing') : troubleOf(error);
};
