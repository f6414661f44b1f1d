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
      var hasScrolled = false;

      // until its form has grown so far that it can stand on top, or she scrolls herself
      function bring(task, until) {
        if ($location.search().task !== task || Date.now() > until || hasScrolled) return;
        var details = document.querySelector('.task-details');
        var form = details && details.querySelector('form.kf');
        if (form && document.querySelector('.tasks-list')) {
          details.scrollIntoView({ block: 'start' });
          if (details.getBoundingClientRect().top < TOP && form.offsetHeight > TOP) return;
        }
        setTimeout(bring, LOOK, task, until);
      }

      function look() {
        var task = $location.search().task || null;
        if (task === shown) return;
        shown = task;
        hasScrolled = false;
        if (task && window.matchMedia(PHONE).matches) bring(task, Date.now() + PATIENCE);
      }

      $rootScope.$on('$locationChangeSuccess', look);
      $rootScope.$on('$routeUpdate', look);
      window.matchMedia(PHONE).addEventListener('change', function () {
        shown = null;
        look();
      });
      ['touchmove', 'wheel', 'keydown'].forEach(function (own) {
        document.addEventListener(own, function () { hasScrolled = true; }, { passive: true });
      });
      look();
    }
  ]);
});
