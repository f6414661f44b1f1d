// What Cockpit has no key for: two words, and dates that are Danish, in Danish time wherever the browser is.
define(['angular'], function (angular) {
  'use strict';

  var WORDS = {'null': 'ingen', Actions: 'Ret'};

  function word(className) {
    return [className, function () {
      return {
        restrict: 'C',
        link: function (scope, element) {
          var danish = WORDS[element.text().trim()];
          if (danish) element.text(danish);
        }
      };
    }];
  }

  function format(options) {
    return new Intl.DateTimeFormat('da-DK', Object.assign({timeZone: 'Europe/Copenhagen'}, options));
  }

  var day = {day: '2-digit', month: '2-digit', year: 'numeric'};
  var FORMATS = {
    normal: format(Object.assign({hour: '2-digit', minute: '2-digit', second: '2-digit'}, day)),
    abbr: format(Object.assign({hour: '2-digit', minute: '2-digit'}, day)),
    long: format({weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit'}),
    short: format(day)
  };

  var module = angular.module('klyngeflow.cockpit', []);
  module.directive.apply(module, word('nullValue'));
  module.directive.apply(module, word('actions'));
  module.config(['$provide', function ($provide) {
    $provide.decorator('camDateFilter', ['$delegate', function (theirs) {
      return function (date, variant) {
        var ours = FORMATS[variant || 'normal'];
        var moment = date ? new Date(date) : null;
        return ours && moment && !isNaN(moment) ? ours.format(moment).replace(', ', ' ') : theirs(date, variant);
      };
    }]);
  }]);
});
