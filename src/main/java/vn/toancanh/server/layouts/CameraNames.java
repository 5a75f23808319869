package vn.toancanh.server.layouts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.toancanh.server.inventory.Inventory;

/** What a file may call the cameras there are: by id, or by the operators' number. */
final class CameraNames {
    private final Set<String> ids = new HashSet<>();
    private final Map<Integer, String> byNumber = new HashMap<>();

    CameraNames(List<Inventory.Key> cameras) {
        for (Inventory.Key camera : cameras) {
            ids.add(camera.id().value());
            Integer number = camera.number();
            if (number != null) {
                byNumber.put(number, camera.id().value());
            }
        }
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    Optional<String> id(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }
}
