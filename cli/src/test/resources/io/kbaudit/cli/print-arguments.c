#include <stdio.h>
#include <stdlib.h>

/* Arguments are printed as they are, and no names of files put in their place. */
int _CRT_glob = 0;

/* Stands for java.exe: prints the arguments that it is given, a line each, and ends as it is told. */
int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    printf("%s\n", argv[i]);
  }
  const char *code = getenv("ENDS_WITH");
  return code == NULL ? 64 : atoi(code);
}
