package vn.toancanh.central;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.EquipmentService;
import vn.toancanh.ptz.HeadEquipment;

/** What heads have besides their axes, by the server, which asks the heads. Any thread. */
record CentralEquipment(CentralHeads heads, Caller caller) implements EquipmentService {
    /** The server asks a slow head several things, one after another. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** More than any head was seen to have. */
    private static final int MOST = 64;

    private static final int LONGEST = 64;

    @Override
    public boolean offered() {
        return heads.offers("ptz.equipment");
    }

    @Override
    public void tell(CameraId camera, Consumer<Outcome<HeadEquipment>> answer) {
        heads.ask(
                at -> read(
                        caller.ask(at, CentralHeads.request(at, camera, "equipment"), HeadDto.Equipment.class, PATIENCE)
                                .orThrow()),
                answer);
    }

    private static HeadEquipment read(HeadDto.Equipment told) {
        List<HeadDto.@Nullable Auxiliary> items = told.auxiliaries() == null ? List.of() : told.auxiliaries();
        Map<String, List<HeadEquipment.Choice>> named = new LinkedHashMap<>();
        for (HeadDto.@Nullable Auxiliary each : items.stream().limit(MOST).toList()) {
            String aux = each == null ? "" : Objects.requireNonNullElse(each.aux(), "");
            if (each != null && !aux.isEmpty() && aux.length() <= LONGEST) {
                String name = Failures.shortened(each.name()).strip();
                named.computeIfAbsent(name.isEmpty() ? aux : name, any -> new ArrayList<>())
                        .add(new HeadEquipment.Choice(
                                aux, Failures.shortened(each.state()).strip()));
            }
        }
        return new HeadEquipment(
                Boolean.TRUE.equals(told.focus()),
                told.autoFocus(),
                Boolean.TRUE.equals(told.iris()),
                told.autoIris(),
                named.entrySet().stream()
                        .map(each -> new HeadEquipment.Auxiliary(each.getKey(), each.getValue()))
                        .toList());
    }
}
