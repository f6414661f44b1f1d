// The way to our own pages and how much waits, beside Tasklist's own header; the same places stand on top of our pages.
define(['angular'], function (angular) {
  'use strict';
  var EVERY = 60000;
  var EVERYTHING = 'Klyngens opgaver';

  function link(place) {
    var made = document.createElement('a');
    made.href = place.href;
    made.textContent = place.name;
    return made;
  }

  function menu(group) {
    if (!group.cluster) return group.places.map(link);
    var details = document.createElement('details');
    var summary = document.createElement('summary');
    summary.textContent = group.cluster;
    var list = document.createElement('div');
    group.places.forEach(function (place) { list.append(link(place)); });
    details.append(summary, list);
    return [details];
  }

  function draw(bar) {
    var nav = document.getElementById('kf-bar');
    if (!nav) {
      nav = document.createElement('nav');
      nav.id = 'kf-bar';
      nav.setAttribute('aria-label', 'Steder');
      var header = document.querySelector('[cam-widget-header]');
      header.after(nav);
    }
    var count = document.createElement('span');
    count.className = bar.overdue ? 'kf-count kf-late' : 'kf-count';
    count.setAttribute('role', 'status');
    // more does not fit beside the places on a small screen
    count.textContent = bar.open === 0 ? 'Intet venter på dig'
      : bar.overdue ? bar.overdue + ' af ' + bar.open + ' over tiden'
        : (bar.open === 1 ? '1 opgave' : bar.open + ' opgaver') + ' venter på dig';
    nav.replaceChildren.apply(nav, [link({ name: 'Forside', href: '/' })]
      .concat(bar.places.map(menu).reduce(function (all, some) { return all.concat(some); }, []), [count]));
  }

  angular.module('klyngeflow.bar', []).run([
    '$rootScope',
    '$location',
    function ($rootScope, $location) {
      var hasLooked = false;

      // nothing can wait for the auditor: she begins with what others have
      function lookOn() {
        if ($location.search().filter || hasLooked) return;
        hasLooked = true;
        var api = document.querySelector('base').getAttribute('engine-api') + 'engine/default/filter?resourceType=Task&name=' + encodeURIComponent(EVERYTHING);
        fetch(api, { headers: { Accept: 'application/json' } })
          .then(function (answer) { return answer.ok ? answer.json() : []; })
          .then(function (found) {
            if (found.length) $rootScope.$applyAsync(function () { $location.search('filter', found[0].id).replace(); });
          });
      }

      function refresh() {
        fetch('/api/desk', { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } })
          .then(function (answer) { return answer.ok ? answer.json() : null; })
          .then(function (desk) {
            if (!desk) return;
            draw(desk.bar);
            document.body.classList.toggle('kf-starts-nothing', !desk.startsCases);
            if (desk.onlyLooks && desk.bar.open === 0) lookOn();
          })
          .catch(function () {}); // without the bar Tasklist still works
      }

      refresh();
      setInterval(refresh, EVERY);
      document.addEventListener('klyngeflow:done', refresh);
      $rootScope.$on('refresh', refresh);
    }
  ]);
});
