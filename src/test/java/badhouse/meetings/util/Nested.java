package badhouse.meetings.util;

class Nested {}
