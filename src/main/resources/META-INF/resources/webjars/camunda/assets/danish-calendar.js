// The date picker takes its names of days and months, and the first day of the week, from Angular's own locale, which is American.
define(['angular'], function (angular) {
  'use strict';
  angular.module('klyngeflow.calendar', []).config([
    '$provide',
    function ($provide) {
      $provide.decorator('$locale', [
        '$delegate',
        function ($delegate) {
          var months = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');
          angular.extend($delegate.DATETIME_FORMATS, {
            DAY: 'søndag mandag tirsdag onsdag torsdag fredag lørdag'.split(' '),
            SHORTDAY: 'søn man tir ons tor fre lør'.split(' '),
            MONTH: months,
            STANDALONEMONTH: months,
            SHORTMONTH: 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' '),
            // counted from Monday: 0 is Monday
            FIRSTDAYOFWEEK: 0,
            fullDate: "EEEE 'den' d. MMMM y",
            longDate: 'd. MMMM y',
            medium: 'd. MMM y HH.mm.ss',
            mediumDate: 'd. MMM y',
            mediumTime: 'HH.mm.ss',
            short: 'dd.MM.y HH.mm',
            shortDate: 'dd.MM.y',
            shortTime: 'HH.mm'
          });
          angular.extend($delegate.NUMBER_FORMATS, {DECIMAL_SEP: ',', GROUP_SEP: '.', CURRENCY_SYM: 'kr.'});
          $delegate.id = 'da-dk';
          $delegate.localeID = 'da_DK';
          return $delegate;
        }
      ]);
    }
  ]);
});
