// Tasklist opens with the newest task on top; people here want the one that is due first. Whoever has chosen an order keeps it.
define(['angular'], function (angular) {
  'use strict';
  angular.module('klyngeflow.due-first', []).run([
    '$rootScope',
    '$location',
    function ($rootScope, $location) {
      function dueFirst() {
        if (!$location.search().sorting && $location.path() !== '/login') {
          $location.search('sorting', JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}])).replace();
        }
      }
      $rootScope.$on('$routeChangeSuccess', dueFirst);
    }
  ]);
});
