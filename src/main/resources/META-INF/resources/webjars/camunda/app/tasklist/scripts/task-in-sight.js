// On a phone Tasklist stands below its filters and its list: the task that is chosen, by a link or by a tap, comes into sight by itself.
define(['angular'], function (angular) {
  'use strict';
  var PHONE = '(max-width: 767px)';
  var PATIENCE = 8000;
  var LOOK = 150;
  var TOP = 90;

  angular.module('klyngeflow.task-in-sight', []).run([
    '$rootScope',
    '$location',
    function ($rootScope, $location) {
      var shown = null;
      var isTouched = false;

      // what stands above may still grow: it is kept in sight for a while, until she touches something herself
      function bring(task, until) {
        if ($location.search().task !== task || Date.now() > until || isTouched) return;
        var details = document.querySelector('.task-details');
        if (details && details.querySelector('form.kf')) {
          var top = details.getBoundingClientRect().top;
          if (top < 0 || top >= TOP) details.scrollIntoView({ block: 'start' });
        }
        setTimeout(bring, LOOK, task, until);
      }

      function look() {
        var task = $location.search().task || null;
        if (task === shown) return;
        shown = task;
        isTouched = false;
        if (task && window.matchMedia(PHONE).matches) bring(task, Date.now() + PATIENCE);
      }

      $rootScope.$on('$locationChangeSuccess', look);
      $rootScope.$on('$routeUpdate', look);
      window.matchMedia(PHONE).addEventListener('change', function () {
        shown = null;
        look();
      });
      ['pointerdown', 'touchmove', 'wheel', 'keydown'].forEach(function (own) {
        document.addEventListener(own, function () { isTouched = true; }, { passive: true });
      });
      look();
    }
  ]);
});
