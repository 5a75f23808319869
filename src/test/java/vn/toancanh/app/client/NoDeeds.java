package vn.toancanh.app.client;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.deeds.DeedSender;
import vn.toancanh.deeds.DeedStore;

/** Keeps nothing and hears nothing. */
enum NoDeeds implements DeedStore, DeedSender {
    INSTANCE;

    @Override
    public void append(DeedOwner owner, Deed deed) {}

    @Override
    public void oldest(DeedOwner owner, boolean notes, int most, Consumer<List<Deed>> answer) {}

    @Override
    public void remove(Set<UUID> ids) {}

    @Override
    public void setAside(Set<UUID> ids) {}

    @Override
    public void count(DeedOwner owner, IntConsumer answer) {}

    @Override
    public void tell(List<Deed> deeds, Consumer<Answer> answer) {}
}
