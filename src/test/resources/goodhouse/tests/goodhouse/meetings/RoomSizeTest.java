package goodhouse.meetings;

class RoomSizeTest {}
