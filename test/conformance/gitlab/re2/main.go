// Reads {"patterns": {name: pattern}, "texts": [text]} and prints {name: [whether it matches each text]}. GitLab checks inputs with RE2, whose
// syntax Go's regexp has; the emulator has that of JavaScript.
package main

import (
	"encoding/json"
	"os"
	"regexp"
)

func main() {
	var asked struct {
		Patterns map[string]string
		Texts    []string
	}
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		panic(err)
	}
	answers := map[string][]bool{}
	for name, pattern := range asked.Patterns {
		compiled := regexp.MustCompile(pattern)
		for _, text := range asked.Texts {
			answers[name] = append(answers[name], compiled.MatchString(text))
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		panic(err)
	}
}
