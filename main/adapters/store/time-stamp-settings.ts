import type {
  TimeStampSettingsReader,
  TimeStampSettingsWriter,
} from '../../ports/archive/time-stamp-settings.ts';
import type { Archive } from './connection.ts';

export const timeStampSettingsQueries = (db: Archive) =>
  ({
    timeStampSettings: async () => {
      const row = await db.selectFrom('time_stamp_authority').selectAll().executeTakeFirst();
      return (
        row && {
          url: row.url,
          // Only this program writes the column, from a list of texts.
          anchors: JSON.parse(row.anchors) as readonly string[],
          ...(row.user_name !== null &&
            row.secret !== null && {
              access: { user: row.user_name, sealedSecret: new Uint8Array(row.secret) },
            }),
        }
      );
    },
  }) satisfies TimeStampSettingsReader;

export const timeStampSettingsChanges = (db: Archive) =>
  ({
    setTimeStampSettings: async (settings) => {
      await db.deleteFrom('time_stamp_authority').execute();
      if (!settings) return;
      const { url, anchors, access } = settings;
      await db
        .insertInto('time_stamp_authority')
        .values({
          only_one: 1,
          url,
          anchors: JSON.stringify(anchors),
          user_name: access?.user ?? null,
          secret: access?.sealedSecret ?? null,
        })
        .execute();
    },
  }) satisfies TimeStampSettingsWriter;
