import { find, same, show } from './page.js';

export default {
  async 'puts a pressed day among the lines with the hour of the last, and takes it away again'() {
    await show('<kf-field name="times" type="area" label="Datoer" from="times"></kf-field><kf-dates for="times"></kf-dates>', { known: { times: 'tirsdag 12.02.2030 18.30' } });
    same(find('.kf-month strong').textContent, 'februar 2030');
    const press = () => find('[aria-label="torsdag den 14. februar 2030"]').click();
    press();
    same(find('textarea').value, 'tirsdag 12.02.2030 18.30\ntorsdag 14.02.2030 18.30');
    press();
    same(find('textarea').value, 'tirsdag 12.02.2030 18.30');
  },
};
