package vn.toancanh.desk;

import java.util.HashMap;
import java.util.Map;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.base.Handle;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.ShiftBook;

/** Notes for the handover which alarms were accepted and closed at this desk; what other desks do is theirs. Lane: DESK. */
public final class NoteAlarms implements Handle {
    private final AlarmBook alarms;
    private final ShiftBook book;
    /** Those with which something is being done here, as they were before. */
    private final Map<AlarmId, Alarm> sending = new HashMap<>();

    private final Handle listening;

    public NoteAlarms(AlarmBook alarms, ShiftBook book) {
        this.alarms = alarms;
        this.book = book;
        this.listening = alarms.onChange(this::look);
    }

    private void look() {
        Map.copyOf(sending).forEach((id, before) -> {
            if (!alarms.isSending(id)) {
                sending.remove(id);
                came(before);
            }
        });
        for (Alarm alarm : alarms.list()) {
            if (alarms.isSending(alarm.id())) {
                sending.putIfAbsent(alarm.id(), alarm);
            }
        }
    }

    private void came(Alarm before) {
        AlarmId id = before.id();
        boolean failed =
                alarms.trouble().filter(trouble -> trouble.alarm().equals(id)).isPresent();
        if (failed || !alarms.isOpen()) {
            return;
        }
        Alarm now = alarms.find(id).orElse(null);
        if (now == null) {
            book.note(Happening.ALARM_CLOSED, id.value(), before.title(), Note.UNKNOWN);
        } else if (before.step() == AlarmStep.NEW && now.step() != AlarmStep.NEW) {
            book.note(Happening.ALARM_ACCEPTED, id.value(), now.title(), Note.UNKNOWN);
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
