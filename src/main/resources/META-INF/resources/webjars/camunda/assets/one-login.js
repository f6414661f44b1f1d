// There is one page to log in, for the web apps and for our own pages; theirs is never shown.
define(['angular'], function (angular) {
  'use strict';
  // the browser names its own controls, dates and numbers after this
  document.documentElement.lang = 'da';
  angular.module('klyngeflow.login', []).run([
    '$rootScope',
    '$location',
    '$window',
    function ($rootScope, $location, $window) {
      var root = angular.element('base').attr('app-root').replace(/\/camunda$/, '');
      function leave() {
        if ($location.path() === '/login') {
          $window.location.assign(root + '/login');
        }
      }
      $rootScope.$on('$locationChangeStart', leave);
      $rootScope.$on('$routeChangeStart', leave);
    }
  ]);
});
