package io.kbaudit;

import java.io.IOException;

/** A saved inventory that does not say what is asked of it, so that it must be taken anew. */
public final class SavedInventoryException extends IOException {
  private static final long serialVersionUID = 1L;

  SavedInventoryException(String message) {
    super(message);
  }
}
