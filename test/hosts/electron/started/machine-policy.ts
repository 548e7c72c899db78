import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeFile, changeLayout } from '../support/change-layout.ts';
import { endsWithBox, type Seats } from '../support/seats.ts';

/** What those who run the machine have decided, in the program as it is packed. */
export function testMachinePolicy({ layout, makeHome, start }: Seats): void {
  /** An installation on a machine with this policy. */
  const governed = (text: string) => {
    const place = join(makeHome(), 'policy.json');
    writeFileSync(place, text);
    const changed = changeLayout(layout(), (appPath) =>
      changeFile(
        join(appPath, 'out/main/adapters/policy/read-machine-policy.js'),
        "'/etc/segl/policy.json'",
        JSON.stringify(place),
      ),
    );
    return { place, changed };
  };

  test.each([
    ['is no JSON', '{ "updates": '],
    ['sets a thing to what it cannot be', '{ "updates": 7 }'],
  ])('one that %s keeps Segl shut, and the place is named', async (_, text) => {
    const { place, changed } = governed(text);
    const { said, code } = await endsWithBox(start(makeHome(), { args: ['--production'] }, changed));
    expect(said).toContain('Virksomhetens innstillinger for Segl kan ikke leses');
    expect(said).toContain(place);
    expect(code).toBe('1');
  });

  test('where there is to be no training, a plain start opens production, and nothing leads elsewhere', async () => {
    const { changed } = governed('{ "productionOnly": true, "updates": "off" }');
    const segl = start(makeHome(), {}, changed);
    await segl.see('spelling');
    const asked = await segl.evaluate(`segl.ask('session.open', {})`);
    expect(asked).toMatchObject({ refusal: { code: 'archive-not-set-up' } });
    const { labels } = await segl.see('menu');
    expect(labels).not.toContain('Gå til opplæringsarkivet');
  });

  test('the archives lie where policy says, and no argument leads past it', async () => {
    const [folder, elsewhere] = [join(makeHome(), 'arkiver'), join(makeHome(), 'annet')];
    const { changed } = governed(JSON.stringify({ archiveFolder: folder }));
    const args = ['--production', '--archive', elsewhere];
    const { said, code } = await endsWithBox(start(makeHome(), { args }, changed));
    expect(said).toContain(`Virksomheten har bestemt at arkivene skal ligge i ${folder}`);
    expect(code).toBe('1');
  });
}
