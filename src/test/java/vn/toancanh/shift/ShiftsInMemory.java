package vn.toancanh.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import vn.toancanh.base.Lane;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.deeds.DeedStore;

/** Shifts and deeds as they would lie on the disk: they outlive what is made over them. Answers when the lane runs. */
public final class ShiftsInMemory implements ShiftMemory, DeedStore {
    private record Row(ShiftOwner owner, UUID id, Instant at, boolean afterHandover, List<Note> notes) {}

    private final Lane desk;
    private final Map<ShiftOwner, Row> open = new HashMap<>();
    /** True: what is kept cannot be read. */
    public boolean unreadable;

    /** What waits to be told, oldest first. */
    public final List<Deed> deeds = new ArrayList<>();

    private final Map<UUID, DeedOwner> owners = new HashMap<>();
    private final List<UUID> aside = new ArrayList<>();

    public ShiftsInMemory(Lane desk) {
        this.desk = desk;
    }

    @Override
    public void begin(ShiftOwner owner, UUID id, Instant at, boolean afterHandover) {
        open.put(owner, new Row(owner, id, at, afterHandover, new ArrayList<>()));
    }

    @Override
    public void append(UUID shift, List<Note> notes) {
        open.values().stream()
                .filter(row -> row.id().equals(shift))
                .forEach(row -> row.notes().addAll(notes));
    }

    @Override
    public void end(UUID shift) {
        open.values().removeIf(row -> row.id().equals(shift));
    }

    @Override
    public void load(ShiftOwner owner, Consumer<Optional<Shift>> answer, Runnable failed) {
        if (unreadable) {
            desk.execute(failed);
            return;
        }
        Optional<Shift> found = Optional.ofNullable(open.get(owner))
                .map(row -> new Shift(row.id(), row.at(), row.afterHandover(), row.notes()));
        desk.execute(() -> answer.accept(found));
    }

    @Override
    public void untold(ShiftOwner owner, Consumer<List<Untold>> answer) {
        List<Untold> found = deeds.stream()
                .filter(deed -> deed.action().equals(HandoverDeed.ACTION)
                        && new DeedOwner(owner.server(), owner.user()).equals(owners.get(deed.id())))
                .map(deed -> new Untold(
                        deed.id(),
                        deed.doneAt(),
                        fact(deed, HandoverDeed.TITLE),
                        Instant.parse(fact(deed, HandoverDeed.BEGAN)),
                        Instant.parse(fact(deed, HandoverDeed.ENDED)),
                        fact(deed, HandoverDeed.DOCUMENT),
                        aside.contains(deed.id())))
                .toList()
                .reversed();
        desk.execute(() -> answer.accept(found));
    }

    private static String fact(Deed deed, String name) {
        return deed.facts().getOrDefault(name, "");
    }

    @Override
    public void append(DeedOwner owner, Deed deed) {
        deeds.add(deed);
        owners.put(deed.id(), owner);
    }

    @Override
    public void oldest(DeedOwner owner, boolean notes, int most, Consumer<List<Deed>> answer) {
        List<Deed> found = deeds.stream()
                .filter(deed -> owner.equals(owners.get(deed.id())) && !aside.contains(deed.id()))
                .toList();
        desk.execute(() -> answer.accept(found));
    }

    @Override
    public void remove(Set<UUID> ids) {
        deeds.removeIf(deed -> ids.contains(deed.id()));
    }

    @Override
    public void setAside(Set<UUID> ids) {
        aside.addAll(ids);
    }

    @Override
    public void count(DeedOwner owner, IntConsumer answer) {
        desk.execute(() -> answer.accept(deeds.size()));
    }
}
