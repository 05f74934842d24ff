import { DiscardPolicy, type StreamConfig, RetentionPolicy, StorageType, jetstreamManager } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { type Result, fail, succeed } from '../../contract/index.ts';
import { isStreamMissing } from './api-errors.ts';
import { type TeamAccess, connectTeam } from './connection.ts';
import type { StreamLimits } from './stream-limits.ts';
import { teamStream, teamSubject } from './subjects.ts';

const day = 86_400_000;
/** How long the stream itself refuses a message that it has already; members refuse it for good. */
const duplicateWindow = 2 * 60_000;
/** Ours have some 60 bytes and 40 more of headers: nothing larger is a hook. */
const mostBytesOfMessage = 1_024;

const streamConfig = ({ replicas, days, bytes }: StreamLimits) =>
  ({
    name: teamStream,
    subjects: [teamSubject],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.Old,
    num_replicas: replicas,
    max_age: nanos(days * day),
    max_bytes: bytes,
    max_msg_size: mostBytesOfMessage,
    duplicate_window: nanos(duplicateWindow),
  }) satisfies Partial<StreamConfig>;

/** Makes the stream, or gives the one there is these limits. Needs an administrator's permissions; the failure is one line. */
export const setUpStream = async (
  access: TeamAccess,
  limits: StreamLimits,
): Promise<Result<'created' | 'updated', string>> => {
  const connected = await connectTeam(access);
  if (!connected.ok) return fail(connected.failure.message);
  const { nats, close } = connected.value;
  try {
    const { streams } = await jetstreamManager(nats, { checkAPI: false });
    const config = streamConfig(limits);
    try {
      await streams.info(teamStream);
    } catch (error) {
      if (!isStreamMissing(error)) throw error;
      await streams.add(config);
      return succeed('created');
    }
    await streams.update(teamStream, config);
    return succeed('updated');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return fail(
      `The stream could not be set up (${cause}). Check the permissions, and that the servers run JetStream.`,
    );
  } finally {
    await close();
  }
};
